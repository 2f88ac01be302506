package dev.plumbline.migration;

import dev.plumbline.diff.Change;
import dev.plumbline.diff.Difference;
import dev.plumbline.schema.ObjectAddress;
import dev.plumbline.schema.ObjectKind;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change in a few words, and what the schema says about the object that it concerns. */
final class ChangeTitles {
  private static final String USUAL_NAMESPACE = "public.";

  private ChangeTitles() {}

  /** What happens, as the beginning of a sentence. */
  static String of(Change change) {
    String name = subject(change.address());
    if (onlyComment(change)) {
      return "Say what " + name + " is for";
    }
    return switch (change) {
      case Change.NamespaceChange it -> namespace(it) + name;
      case Change.ExtensionChange it -> extension(it) + name;
      case Change.EnumChange it -> type(it, name);
      case Change.DomainChange it -> domain(it) + name + differences(it);
      case Change.CompositeTypeChange it -> composite(it) + name + differences(it);
      case Change.SequenceChange it -> sequence(it) + name + differences(it);
      case Change.TableChange it -> table(it, name);
      case Change.ViewChange it -> view(it) + name;
      case Change.RoutineChange it -> routine(it) + name;
      case Change.ColumnChange it -> column(it, name);
      case Change.ConstraintChange it -> constraint(it, name);
      case Change.IndexChange it -> index(it, name);
      case Change.PolicyChange it -> policy(it) + name;
      case Change.TriggerChange it -> trigger(it) + name;
      case Change.RuleChange it -> rule(it) + name;
      case Change.UnmodelledChange it -> (it.appears() ? "Create " : "Drop ") + name;
    };
  }

  private static String subject(ObjectAddress address) {
    if (address.kind() == ObjectKind.INDEX && address.part().isPresent()) {
      return "index %s on %s"
          .formatted(address.part().get(), shortened(address.object().toString()));
    }
    return address.kind().word() + " " + shortened(address.toString());
  }

  static String shortened(String name) {
    return name.startsWith(USUAL_NAMESPACE) ? name.substring(USUAL_NAMESPACE.length()) : name;
  }

  private static boolean onlyComment(Change change) {
    return !change.differences().isEmpty()
        && change.differences().stream().allMatch(ChangeTitles::isComment);
  }

  private static boolean isComment(Difference difference) {
    return difference.attribute().code().endsWith(".comment");
  }

  private static String differences(Change change) {
    String all =
        change.differences().stream()
            .filter(difference -> !isComment(difference))
            .map(ChangeTitles::difference)
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "" : ": " + all;
  }

  private static String difference(Difference difference) {
    String code = difference.attribute().code();
    return code.substring(code.indexOf('.') + 1).replace('-', ' ')
        + " "
        + shown(difference.from())
        + " -> "
        + shown(difference.to());
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(none)" : value;
  }

  private static String namespace(Change.NamespaceChange change) {
    return switch (change) {
      case Change.CreateNamespace ignored -> "Create ";
      case Change.DropNamespace ignored -> "Drop ";
      case Change.AlterNamespace ignored -> "Alter ";
    };
  }

  private static String extension(Change.ExtensionChange change) {
    return switch (change) {
      case Change.CreateExtension ignored -> "Create ";
      case Change.DropExtension ignored -> "Drop ";
      case Change.AlterExtension ignored -> "Alter ";
    };
  }

  private static String type(Change.EnumChange change, String name) {
    return switch (change) {
      case Change.CreateEnum ignored -> "Create " + name;
      case Change.DropEnum ignored -> "Drop " + name;
      case Change.RenameEnum rename -> renamed(rename.from().name().toString(), name);
      case Change.RenameEnumValue value ->
          "Rename the value %s of %s to %s".formatted(value.label(), name, value.newLabel());
      case Change.AlterEnum alter -> "Alter " + name + differences(alter);
    };
  }

  private static String renamed(String before, String name) {
    return "Rename " + shortened(before) + " to " + name;
  }

  private static String domain(Change.DomainChange change) {
    return switch (change) {
      case Change.CreateDomain ignored -> "Create ";
      case Change.DropDomain ignored -> "Drop ";
      case Change.AlterDomain ignored -> "Alter ";
    };
  }

  private static String composite(Change.CompositeTypeChange change) {
    return switch (change) {
      case Change.CreateCompositeType ignored -> "Create ";
      case Change.DropCompositeType ignored -> "Drop ";
      case Change.AlterCompositeType ignored -> "Alter ";
    };
  }

  private static String sequence(Change.SequenceChange change) {
    return switch (change) {
      case Change.CreateSequence ignored -> "Create ";
      case Change.DropSequence ignored -> "Drop ";
      case Change.RenameSequence ignored -> "Rename a sequence to ";
      case Change.AlterSequence ignored -> "Alter ";
    };
  }

  private static String table(Change.TableChange change, String name) {
    return switch (change) {
      case Change.CreateTable ignored -> "Create " + name;
      case Change.DropTable ignored -> "Drop " + name;
      case Change.RenameTable rename -> renamed(rename.from().name().toString(), name);
      case Change.AlterTable alter -> "Alter " + name + differences(alter);
    };
  }

  private static String view(Change.ViewChange change) {
    return switch (change) {
      case Change.CreateView ignored -> "Create ";
      case Change.DropView ignored -> "Drop ";
      case Change.RenameView ignored -> "Rename a view to ";
      case Change.AlterView ignored -> "Alter ";
    };
  }

  private static String routine(Change.RoutineChange change) {
    return switch (change) {
      case Change.CreateRoutine ignored -> "Create ";
      case Change.DropRoutine ignored -> "Drop ";
      case Change.AlterRoutine ignored -> "Replace ";
    };
  }

  private static String column(Change.ColumnChange change, String name) {
    return switch (change) {
      case Change.AddColumn ignored -> "Add " + name;
      case Change.DropColumn ignored -> "Drop " + name;
      case Change.RenameColumn rename -> renamed(rename.from().name(), name);
      case Change.AlterColumn alter -> "Alter " + name + differences(alter);
    };
  }

  private static String constraint(Change.ConstraintChange change, String name) {
    return switch (change) {
      case Change.AddConstraint ignored -> "Add " + name;
      case Change.DropConstraint ignored -> "Drop " + name;
      case Change.RenameConstraint rename -> renamed(rename.from().name(), name);
      case Change.AlterConstraint alter -> "Alter " + name + differences(alter);
    };
  }

  private static String index(Change.IndexChange change, String name) {
    return switch (change) {
      case Change.CreateIndex ignored -> "Create " + name;
      case Change.DropIndex ignored -> "Drop " + name;
      case Change.RenameIndex rename -> renamed(rename.from().name(), name);
      case Change.AlterIndex alter -> "Alter " + name + differences(alter);
    };
  }

  private static String policy(Change.PolicyChange change) {
    return switch (change) {
      case Change.CreatePolicy ignored -> "Create ";
      case Change.DropPolicy ignored -> "Drop ";
      case Change.AlterPolicy ignored -> "Alter ";
    };
  }

  private static String trigger(Change.TriggerChange change) {
    return switch (change) {
      case Change.CreateTrigger ignored -> "Create ";
      case Change.DropTrigger ignored -> "Drop ";
      case Change.AlterTrigger ignored -> "Replace ";
    };
  }

  private static String rule(Change.RuleChange change) {
    return switch (change) {
      case Change.CreateRule ignored -> "Create ";
      case Change.DropRule ignored -> "Drop ";
      case Change.AlterRule ignored -> "Replace ";
    };
  }

  /** What the schema says about the object of a change. */
  static Optional<String> documentation(Change change) {
    if (change instanceof Change.CreateTable create) {
      return create.table().comment();
    } else if (change instanceof Change.CreateEnum create) {
      return create.type().comment();
    } else if (change instanceof Change.AddColumn add) {
      return add.column().comment();
    } else if (onlyComment(change)) {
      return Optional.empty();
    } else if (change instanceof Change.AlterColumn alter) {
      return alter.to().comment();
    } else if (change instanceof Change.AddConstraint add) {
      return add.constraint().comment();
    } else if (change instanceof Change.CreateIndex create) {
      return create.index().comment();
    } else if (change instanceof Change.AlterIndex alter) {
      return alter.to().comment();
    }
    return Optional.empty();
  }
}

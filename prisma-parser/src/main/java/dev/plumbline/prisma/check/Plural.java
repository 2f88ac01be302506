package dev.plumbline.prisma.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plurals of English nouns, right or wrong in the way Prisma has them. */
final class Plural {
  private static final Set<String> UNCOUNTABLE =
      Set.of(
          """
          accommodation adulthood advertising advice aggression aid air aircraft alcohol anger
          applause arithmetic assistance athletics bacon baggage beef biology blood botany bread
          butter carbon cardboard cash chalk chaos chess countryside crossroads dancing deer dignity
          dirt dust economics education electricity engineering enjoyment envy equipment ethics
          evidence evolution fame fiction flour flu food fuel fun furniture gallows garbage garlic
          genetics gold golf gossip grammar gratitude grief guilt gymnastics happiness hardware harm
          hate hatred health heat help homework honesty honey hospitality housework humour hunger
          hydrogen ice importance inflation information innocence iron irony jam jewelry judo karate
          knowledge lack laughter lava leather leisure lightning linguine linguini linguistics
          literature litter livestock logic loneliness luck luggage macaroni machinery magic
          management mankind marble mathematics mayonnaise measles methane milk money mud music mumps
          nature news nitrogen nonsense nurture nutrition obedience obesity oxygen pasta patience
          physics poetry pollution poverty pride psychology publicity punctuation quartz racism
          relaxation reliability research respect revenge rice rubbish rum safety scenery seafood
          seaside series shame sheep shopping sleep smoke smoking snow soap software soil spaghetti
          species steam stuff stupidity sunshine symmetry tennis thirst thunder timber traffic
          transportation trust underwear unemployment unity validity veal vegetation vegetarianism
          vengeance violence vitality warmth wealth weather welfare wheat wildlife wisdom yoga zinc
          zoology
          """
              .strip()
              .split("[ \n]+", -1));

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "die", "dice",
          "eave", "eaves",
          "foot", "feet",
          "goose", "geese",
          "man", "men",
          "ox", "oxen",
          "quiz", "quizzes",
          "tooth", "teeth",
          "woman", "women",
          "yes", "yeses");

  // The first that fits counts, and what its group holds stays.
  private static final List<Ending> ENDINGS =
      List.of(
          ending("(eaux)", ""),
          ending("(child)(ren)?", "ren"),
          ending("(pe)(rson|ople)", "ople"),
          ending("([ml])(ice|ouse)", "ice"),
          ending("(matr|cod|mur|sil|vert|ind|append)[ie]x", "ices"),
          ending("(x|ch|ss|sh|zz)", "es"),
          ending("((x|ch|ss|sh|zz)es)", ""),
          ending("([^ch][ieo][ln])ey", "ies"),
          ending("([^aeiouy]|qu)y", "ies"),
          ending("(ar|l|ea|eo|oa|hoo)f", "ves"),
          ending("(kni|wi|li)fe", "ves"),
          ending("()sis", "ses"),
          ending(
              "(apheli|asyndet|automat|criteri|hedr|hyperbat|noumen|organ|periheli|phenomen"
                  + "|prolegomen)(a|on)",
              "a"),
          ending(
              "(addend|agend|automat|bacteri|candelabr|curricul|dat|desiderat|errat|extrem"
                  + "|millenni|ov|quor|strat|symposi)(a|um)",
              "a"),
          ending("(at|gr|her)o", "oes"),
          ending("(cherub|seraph)(im)?", "im"),
          ending("(alg|alumn|vertebr)(a|ae)", "ae"),
          ending(
              "(alumn|bacill|cact|foc|fung|loc|nucle|octop|radi|stimul|strat|syllab|termin|uter"
                  + "|vir)(us|i)",
              "i"),
          ending("([^l]ias|[aeiou]las|[ejmrz]as|[iu]am)", ""),
          ending("(e[mn]u)s?", "s"),
          ending("(alias|[^aou]us|gas|ris|tlas)", "es"),
          ending("(ax|test)is", "es"),
          ending("([^aeiou]ese)", ""),
          ending("()s", "s"));

  private Plural() {}

  private record Ending(Pattern pattern, String plural) {}

  private static Ending ending(String pattern, String plural) {
    return new Ending(Pattern.compile(pattern + "$"), plural);
  }

  static String of(String noun) {
    if (UNCOUNTABLE.contains(noun)) {
      return noun;
    }
    String irregular = IRREGULAR.get(noun);
    return irregular == null ? regular(noun) : irregular;
  }

  private static String regular(String noun) {
    for (Ending ending : ENDINGS) {
      Matcher matcher = ending.pattern().matcher(noun);
      if (matcher.find()) {
        return noun.substring(0, matcher.end(1)) + ending.plural();
      }
    }
    return noun + "s";
  }
}

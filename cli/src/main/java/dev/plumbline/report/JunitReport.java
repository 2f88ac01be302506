package dev.plumbline.report;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A comparison as a JUnit report: each difference is a test, one that counts a failed one, and any
 * other a skipped one. Without differences there is one test, which passed.
 */
final class JunitReport {
  private final ComparisonReport report;
  private final XMLStreamWriter xml;

  private JunitReport(ComparisonReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static String of(ComparisonReport report) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JunitReport(report, xml).write();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML in memory cannot fail", e);
    }
    return out + "\n";
  }

  private void write() throws XMLStreamException {
    List<MigrationNote> migrations = report.notes().migrations();
    long counting = report.all().filter(ReportEntry::counts).count();
    long failures = counting + migrations.size();
    long skipped = report.all().count() - counting;
    xml.writeStartDocument("UTF-8", "1.0");
    start(0, "testsuites");
    start(1, "testsuite");
    attribute("name", "plumb " + (report.words() == Vocabulary.DRIFT ? "drift" : "diff"));
    attribute("tests", Long.toString(Math.max(1, failures + skipped)));
    attribute("failures", Long.toString(failures));
    attribute("errors", "0");
    attribute("skipped", Long.toString(skipped));
    if (failures + skipped == 0) {
      start(2, "testcase");
      attribute("classname", report.to().name());
      attribute("name", report.words().same());
      xml.writeEndElement();
    }
    for (ReportEntry entry : report.all().toList()) {
      test(entry);
    }
    for (MigrationNote note : migrations) {
      test(note);
    }
    end(1);
    end(0);
    xml.writeEndDocument();
  }

  private void test(ReportEntry entry) throws XMLStreamException {
    start(2, "testcase");
    attribute("classname", report.name(entry.address().object()));
    attribute("name", entry.drift().kind() + " " + entry.subject());
    if (entry.place().isPresent()) {
      attribute("file", entry.place().get().file().name());
      attribute("line", Integer.toString(entry.place().get().from().line()));
    }
    start(3, entry.counts() ? "failure" : "skipped");
    if (entry.counts()) {
      attribute("type", entry.drift().kind());
    }
    attribute("message", entry.sentence(report.words()));
    if (entry.counts()) {
      xml.writeCharacters(valid(String.join("\n", entry.statements())));
    }
    xml.writeEndElement();
    end(2);
  }

  private void test(MigrationNote note) throws XMLStreamException {
    start(2, "testcase");
    attribute("classname", "migrations");
    attribute("name", note.kind() + " " + note.subject());
    start(3, "failure");
    attribute("type", note.kind());
    attribute("message", note.sentence());
    xml.writeCharacters(valid(note.remedy()));
    xml.writeEndElement();
    end(2);
  }

  private void start(int depth, String element) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(element);
  }

  private void end(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Paint.printable(valid(value)));
  }

  // XML 1.0 has no way to say these characters.
  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          boolean allowed =
              c == '\t'
                  || c == '\n'
                  || (c >= 0x20 && c <= 0xd7ff)
                  || (c >= 0xe000 && c <= 0xfffd)
                  || c >= 0x10000;
          valid.appendCodePoint(allowed ? c : 0xfffd);
        });
    return valid.toString();
  }
}

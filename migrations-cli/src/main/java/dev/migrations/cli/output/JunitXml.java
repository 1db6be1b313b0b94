package dev.migrations.cli.output;

import dev.migrations.problem.Problem;
import dev.migrations.schema.DiffText;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.VerifyReport;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What became of each script, as the XML that build servers read of JUnit: a suite a database, a case a script. */
public final class JunitXml {

    private final XMLStreamWriter xml;
    private final MissingDown missing;

    private JunitXml(XMLStreamWriter xml, MissingDown missing) {
        this.xml = xml;
        this.missing = missing;
    }

    /** The whole document. */
    public static String of(List<Answer<VerifyReport>> answers, MissingDown missing) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (var answer : answers) {
                new JunitXml(xml, missing).suite(answer);
            }
            xml.writeEndDocument();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a string takes whatever is written
        }
    }

    private void suite(Answer<VerifyReport> answer) throws XMLStreamException {
        var checks = answer.value().map(VerifyReport::checks).orElseGet(List::of);
        var flaws = answer.value().map(report -> report.flaws(missing)).orElseGet(List::of);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(answer.place()));
        xml.writeAttribute("tests", Integer.toString(checks.size()));
        xml.writeAttribute("failures", Integer.toString(flaws.size()));
        xml.writeAttribute("errors", answer.failure() == null ? "0" : "1");
        for (var check : checks) {
            testCase(answer.place(), check, flaws.contains(check));
        }
        if (answer.failure() != null) {
            xml.writeStartElement("system-err");
            xml.writeCharacters(clean(String.valueOf(answer.failure().getMessage())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void testCase(String place, ScriptCheck check, boolean flawed) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(place));
        xml.writeAttribute("name", clean(check.script()));
        xml.writeAttribute(
                "time", String.format(Locale.ROOT, "%.3f", check.duration().toMillis() / 1000.0));
        if (flawed) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", check.verdict().name());
            xml.writeAttribute("message", check.verdict().words());
            xml.writeCharacters(clean(String.join("\n", details(check))));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static List<String> details(ScriptCheck check) {
        var details = new ArrayList<String>();
        details.addAll(DiffText.render(check.left()));
        if (check.againSaysMore()) {
            details.addAll(DiffText.render(check.again()));
        }
        check.problems().stream().map(Problem::render).forEach(details::add);
        return details;
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}

package dev.migrations.test.spring;

import dev.migrations.test.template.TemplateDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The replaced data sources of one context, which all lead to other databases at once. */
final class ContextDatabases {

    private final Map<String, SwitchingDataSource> byBean = new LinkedHashMap<>();

    SwitchingDataSource add(String bean, Supplier<TemplateDatabase> template) {
        var source = new SwitchingDataSource(template);
        byBean.put(bean, source);
        return source;
    }

    void begin() {
        byBean.values().forEach(SwitchingDataSource::begin);
    }

    void keep(String test, Throwable failure) {
        byBean.values().forEach(source -> source.keep(test, failure));
    }

    void end() {
        byBean.values().forEach(SwitchingDataSource::end);
    }
}

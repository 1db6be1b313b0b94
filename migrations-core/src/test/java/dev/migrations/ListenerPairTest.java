package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerPairTest {

    @Test
    void both_hear_everything_in_their_order() throws ReflectiveOperationException {
        var callbacks = Arrays.stream(MigrationListener.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class)
                .toList();
        assertThat(callbacks).isNotEmpty();
        for (var callback : callbacks) {
            var heard = new ArrayList<String>();
            var pair = recording("first", heard).and(recording("second", heard));
            callback.invoke(pair, arguments(callback));
            assertThat(heard).containsExactly("first " + callback.getName(), "second " + callback.getName());
        }
    }

    private static MigrationListener recording(String name, List<String> heard) {
        var loader = MigrationListener.class.getClassLoader();
        return (MigrationListener)
                Proxy.newProxyInstance(loader, new Class<?>[] {MigrationListener.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("and")) {
                        return new ListenerPair((MigrationListener) proxy, (MigrationListener) arguments[0]);
                    }
                    heard.add(name + " " + method.getName());
                    return null;
                });
    }

    private static Object[] arguments(Method callback) {
        return Arrays.stream(callback.getParameterTypes())
                .map(type -> type == String.class ? "x" : null)
                .toArray();
    }
}

package org.elasticsearch.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticsearch.Build;
import org.jspecify.annotations.NullMarked;

/**
 * Plugins taken from the application's class path.
 *
 * <p>Elasticsearch loads plugins from folders of jars, each with a class loader of its own, and refuses a plugin class
 * that another loader has defined. In an application every class comes from one loader; this loader says so. It lives
 * in Elasticsearch's package because the constructors that it needs are visible there only.
 */
@NullMarked
public final class ClassPathPlugins extends PluginsLoader {

    private final List<PluginLayer> layers;

    private ClassPathPlugins(Set<PluginBundle> bundles, List<PluginLayer> layers) {
        super(bundles, Set.of(), Map.of());
        this.layers = layers;
    }

    /**
     * A loader of these plugins and no other.
     *
     * @param home an existing directory without jars: a bundle must name one
     */
    public static PluginsLoader of(Path home, List<Class<? extends Plugin>> plugins) throws IOException {
        Set<PluginBundle> bundles = new LinkedHashSet<>();
        Stream.Builder<PluginLayer> layers = Stream.builder();
        for (Class<? extends Plugin> plugin : plugins) {
            PluginBundle bundle = new PluginBundle(descriptor(plugin), home);
            bundles.add(bundle);
            layers.add(new ClassPathLayer(bundle, plugin.getClassLoader()));
        }
        return new ClassPathPlugins(bundles, layers.build().toList());
    }

    @Override
    public Stream<PluginLayer> pluginLayers() {
        return layers.stream();
    }

    private static PluginDescriptor descriptor(Class<? extends Plugin> plugin) {
        String version = Build.current().version();
        return new PluginDescriptor(
                plugin.getSimpleName(),
                "on the class path",
                version,
                version,
                "17",
                plugin.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false);
    }

    private record ClassPathLayer(PluginBundle pluginBundle, ClassLoader pluginClassLoader) implements PluginLayer {

        @Override
        public ModuleLayer pluginModuleLayer() {
            return ModuleLayer.boot();
        }
    }
}

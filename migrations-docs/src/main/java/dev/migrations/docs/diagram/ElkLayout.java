package dev.migrations.docs.diagram;

import dev.migrations.docs.reference.ForeignKey;
import dev.migrations.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerUnzippingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays out tables that have foreign keys, by the layered algorithm of the Eclipse Layout Kernel: a table stands to the right of
 * those that it leads to. The algorithm draws lots from a seed, and so comes to the same result for the same input.
 */
final class ElkLayout {

    private static final double BETWEEN_BOXES = 22;
    private static final double BETWEEN_LAYERS = 34;
    private static final double BETWEEN_LINES = 7;
    private static final double LINE_TO_BOX = 18;
    private static final double ASPECT_RATIO = 1.7;
    private static final int SEED = 1;
    private static final int THOROUGHNESS = 25;

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<ObjectName, ElkNode> nodes = new HashMap<>();
    private final Map<ObjectName, Box> boxes = new HashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();

    private ElkLayout() {
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, true);
        graph.setProperty(LayeredOptions.ASPECT_RATIO, ASPECT_RATIO);
        graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
        graph.setProperty(LayeredOptions.THOROUGHNESS, THOROUGHNESS);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.LAYER_UNZIPPING_STRATEGY, LayerUnzippingStrategy.ALTERNATING);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 2 * BETWEEN_BOXES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, LINE_TO_BOX);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINES);
    }

    static Layout of(List<Box> boxes, List<ForeignKey> keys) {
        var layout = new ElkLayout();
        boxes.forEach(layout::add);
        var edges = keys.stream().map(layout::add).toList();
        LayoutMetaDataService.getInstance(); // tells the library how to copy the values of its own options
        LayoutMetaDataService.getInstance(); // tells the library how to copy the values of its own options
        new LayeredLayoutProvider().layout(layout.graph, new BasicProgressMonitor());
        return layout.read(boxes, keys, edges);
    }

    private void add(Box box) {
        var node = ElkGraphUtil.createNode(graph);
        node.setDimensions(box.size().width(), box.size().height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        nodes.put(box.table(), node);
        boxes.put(box.table(), box);
    }

    private ElkEdge add(ForeignKey key) {
        var from = port(key.target(), key.referenced().get(0), PortSide.EAST, "");
        var to = port(
                key.table(),
                key.columns().get(0),
                key.isLoop() ? PortSide.EAST : PortSide.WEST,
                key.name().name());
        return ElkGraphUtil.createSimpleEdge(from, to);
    }

    /** All keys that lead to a column start at one port, and share a line for as long as they can. */
    private ElkPort port(ObjectName table, String column, PortSide side, String key) {
        return ports.computeIfAbsent(table + " " + side + " " + column + " " + key, name -> {
            var port = ElkGraphUtil.createPort(node(table));
            var box = box(table);
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            port.setLocation(side == PortSide.EAST ? box.size().width() : 0, box.middleOf(column));
            return port;
        });
    }

    private Layout read(List<Box> all, List<ForeignKey> keys, List<ElkEdge> edges) {
        var placed = all.stream()
                .map(box -> new PlacedBox(
                        box,
                        new Point(node(box.table()).getX(), node(box.table()).getY())))
                .toList();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < keys.size(); i++) {
            lines.add(new Line(keys.get(i), points(edges.get(i))));
        }
        return new Layout(placed, lines, graph.getWidth(), graph.getHeight());
    }

    private static List<Point> points(ElkEdge edge) {
        var section = edge.getSections().get(0);
        var points = new ArrayList<Point>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }

    private ElkNode node(ObjectName table) {
        return nodes.computeIfAbsent(table, name -> {
            throw new IllegalStateException("no box for " + name);
        });
    }

    private Box box(ObjectName table) {
        return boxes.computeIfAbsent(table, name -> {
            throw new IllegalStateException("no box for " + name);
        });
    }

    /** What the algorithm came to. */
    record Layout(List<PlacedBox> boxes, List<Line> lines, double width, double height) {}
}

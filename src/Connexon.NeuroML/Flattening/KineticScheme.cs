namespace Connexon.NeuroML;

/// <summary>The slopes of states that are joined by transitions: what leaves one enters another.</summary>
internal static class KineticScheme
{
    public static IEnumerable<(Symbol State, Expr Slope)> Slopes(Resolver resolver, Instance i, Kinetics k)
    {
        var slopes = new Dictionary<Instance, Expr>();
        foreach (Instance edge in i.In(k.Edges))
        {
            Instance from = Node(edge, k.Source), to = Node(edge, k.Target);
            Expr flow = Rate(edge, k.Forward) * State(from) - Rate(edge, k.Reverse) * State(to);
            slopes[from] = slopes.TryGetValue(from, out Expr? out1) ? out1 - flow : -flow;
            slopes[to] = slopes.TryGetValue(to, out Expr? in1) ? in1 + flow : flow;
        }
        return slopes.Select(s => (State(s.Key).Symbol!, s.Value));

        Instance Node(Instance edge, string end)
        {
            string id = edge.Component.Text(end) ?? throw edge.Component.Source.Wrong($"{edge.Component} needs the attribute '{end}'.");
            return i.In(k.Nodes).FirstOrDefault(n => n.Component.Id == id)
                ?? throw edge.Component.Source.Wrong($"{edge.Component} has {end}=\"{id}\", but there is no such state in {i.Component}. "
                    + $"There are: {string.Join(", ", i.In(k.Nodes).Select(n => n.Component.Id).DefaultIfEmpty("none"))}.");
        }

        Expr State(Instance node) => Of(node, k.StateVariable);

        Expr Rate(Instance edge, string rate) => Of(edge, rate);

        Expr Of(Instance of, string name) => of.Type.Find(name) is { } m ? resolver.ValueOf(of, m).Expr
            : throw new NeuroMLException(k.Place, $"the kinetic scheme needs '{name}' of {of.Component}, which has none.");
    }

    /// <summary>The first state of a scheme holds everything at the start.</summary>
    public static bool IsFirst(Instance i, string state) =>
        i.Parent?.Type.Dynamics?.Kinetics.Any(k => k.StateVariable == state && i.Parent.In(k.Nodes).FirstOrDefault() == i) == true;
}

namespace Connexon.NeuroML;

/// <summary>Reads a &lt;Dynamics&gt; element.</summary>
internal sealed class DynamicsReader(LemsUnits units, ReadReport report)
{
    public Dynamics Read(Element dynamics)
    {
        var d = new Dynamics();
        foreach (Element e in dynamics.Children)
            switch (e.Name)
            {
                case "StateVariable":
                    d.Members.Add(State(e, d));
                    break;
                case "DerivedVariable" or "ConditionalDerivedVariable":
                    d.Members.Add(Derived(e));
                    break;
                case "OnStart":
                    d.Start.AddRange(Acts(e));
                    break;
                case "Regime":
                    d.Regimes.Add(ReadRegime(e));
                    break;
                case "KineticScheme":
                    d.Kinetics.Add(new Kinetics(e.Required("nodes"), e.Required("stateVariable"), e.Required("edges"),
                        e.Required("edgeSource"),
                        e.Required("edgeTarget"), e.Required("forwardRate"), e.Required("reverseRate"), e.Place));
                    break;
                default:
                    Common(e, d.Slopes, d.Conditions, d.Handlers);
                    break;
            }
        return d;
    }

    // Declared twice alike it is one.
    private StateMember State(Element e, Dynamics d)
    {
        var state = new StateMember(e.Required("name"), units.DimensionOf(e["dimension"] ?? "none", e.Place), e.Place);
        return d.Members.OfType<StateMember>().FirstOrDefault(s => s.Name == state.Name) is { Dimension: var before }
            && before != state.Dimension
            ? throw e.Wrong($"state variable '{state.Name}' is declared as {before} and as {state.Dimension}: give it one dimension.")
            : state;
    }

    /// <summary>A DerivedVariable, ConditionalDerivedVariable or DerivedParameter.</summary>
    public DerivedMember Derived(Element e)
    {
        string name = e.Required("name");
        Dimension? dimension = e["dimension"] is { } d ? units.DimensionOf(d, e.Place) : null;
        if (e.Name == "ConditionalDerivedVariable")
            return new CasesMember(name, dimension, [.. e.Children.Where(c => c.Name == "Case").Select(Case)], e.Place);
        if (e["value"] is { } value)
        {
            Expr read = InstantaneousForm.Read(ExpressionReader.Read(value, e.Place), e["description"]);
            return new ExpressionMember(name, dimension, read, e.Place);
        }
        if (e["select"] is not { } path) throw e.Wrong($"<{e.Name} name=\"{name}\"> needs 'value' or 'select'.");
        Reduction reduce = e["reduce"] switch
        {
            null => Reduction.None,
            "add" => Reduction.Add,
            "multiply" => Reduction.Multiply,
            var other => throw e.Wrong($"reduce=\"{other}\" is not known; it can be add or multiply."),
        };
        return new SelectMember(name, dimension, path, reduce, e.Place);
    }

    private static (Expr? Condition, Expr Value) Case(Element e) =>
        (e["condition"] is { } condition ? ExpressionReader.ReadCondition(condition, e.Place) : null,
         ExpressionReader.Read(e.Required("value"), e.Place));

    private Regime ReadRegime(Element regime)
    {
        var r = new Regime(regime.Required("name"), regime["initial"] == "true", regime.Place);
        foreach (Element e in regime.Children)
            if (e.Name == "OnEntry") r.Entry.AddRange(Acts(e));
            else Common(e, r.Slopes, r.Conditions, r.Handlers);
        return r;
    }

    private void Common(Element e, List<Slope> slopes, List<Condition> conditions, List<Handler> handlers)
    {
        switch (e.Name)
        {
            case "TimeDerivative":
                slopes.Add(new Slope(e.Required("variable"), ExpressionReader.Read(e.Required("value"), e.Place), e.Place));
                break;
            case "OnCondition":
                conditions.Add(new Condition(ExpressionReader.ReadCondition(e.Required("test"), e.Place), [.. Acts(e)], e.Place));
                break;
            case "OnEvent":
                handlers.Add(new Handler(e.Required("port"), [.. Acts(e)], e.Place));
                break;
            default:
                report.Add(ReadAction.Dropped, $"<{e.Name}> in <Dynamics> is not known", e.Place);
                break;
        }
    }

    private IEnumerable<Act> Acts(Element around)
    {
        foreach (Element e in around.Children)
            switch (e.Name)
            {
                case "StateAssignment":
                    yield return new Assign(e.Required("variable"), ExpressionReader.Read(e.Required("value"), e.Place), e.Place);
                    break;
                case "EventOut":
                    yield return new Emit(e.Required("port"), e.Place);
                    break;
                case "Transition":
                    yield return new Go(e.Required("regime"), e.Place);
                    break;
                default:
                    report.Add(ReadAction.Dropped, $"<{e.Name}> in <{around.Name}> is not known", e.Place);
                    break;
            }
    }
}

namespace Connexon.NeuroML;

/// <summary>Reads a &lt;ComponentType&gt; element.</summary>
internal sealed class TypeReader(LemsUnits units, ReadReport report)
{
    public ComponentType Read(Element e)
    {
        var type = new ComponentType(e.Required("name"), e["extends"], e.Place);
        foreach (Element part in e.Children) Read(part, type);
        foreach (Member m in type.Dynamics?.Members ?? [])
            if (m is StateMember && type.Dynamics!.Members.Any(d => d is DerivedMember && d.Name == m.Name))
                report.Add(ReadAction.Noted,
                    $"'{m.Name}' of component type '{type.Name}' is declared as a state and derived: the derived value counts", m.Place);
        return type;
    }

    private void Read(Element e, ComponentType type)
    {
        switch (e.Name)
        {
            case "Parameter" or "IndexParameter":
                Quantity? given = (e["defaultValue"] ?? e["default"]) is { } value
                    ? units.Parse(value, Dimension(e), e.Required("name"), e.Place) : null;
                // Published files declare the weight that a connection sets as a parameter with a default.
                bool set = given is not null && e["name"] == "weight";
                Add(type, new ParameterMember(e.Required("name"), Dimension(e), e.Place) { Default = given, IsProperty = set });
                break;
            case "Property":
                Add(type, new ParameterMember(e.Required("name"), Dimension(e), e.Place)
                {
                    IsProperty = true,
                    Default = units.Parse(e["defaultValue"] ?? "0", Dimension(e), e.Required("name"), e.Place),
                });
                break;
            case "Constant":
                Add(type, new ConstantMember(e.Required("name"),
                    units.Parse(e.Required("value"), Dimension(e), e.Required("name"), e.Place), e.Place));
                break;
            case "DerivedParameter":
                Add(type, new DynamicsReader(units, report).Derived(e));
                break;
            case "Requirement":
                Add(type, new RequirementMember(e.Required("name"), Dimension(e), e.Place));
                break;
            case "Exposure":
                type.Exposures[e.Required("name")] = Dimension(e);
                break;
            case "InstanceRequirement":
                type.Peers.Add(e.Required("name"));
                break;
            case "Text" or "Path" or "Link" or "ComponentRequirement":
                type.Texts.Add(e.Required("name"));
                break;
            case "ComponentReference":
                type.References.Add(e.Required("name"));
                break;
            case "Child" or "Children":
                type.Slots[e.Required("name")] = new Slot(e.Required("name"), e["type"] ?? "", e.Name == "Children");
                break;
            case "Attachments":
                type.Attachments[e.Required("name")] = new Slot(e.Required("name"), e["type"] ?? "", Many: true);
                break;
            case "EventPort":
                (e["direction"] == "out" ? type.OutPorts : type.InPorts).Add(e.Required("name"));
                break;
            case "Fixed":
                type.Fixed[e.Required("parameter")] = e.Required("value");
                break;
            case "Structure":
                Structure(e, type);
                break;
            case "Dynamics":
                type.Dynamics = new DynamicsReader(units, report).Read(e);
                break;
            case "Simulation" or "Annotation" or "About":
                break;
            default:
                report.Add(ReadAction.Dropped, $"<{e.Name}> within component type '{type.Name}' is not known", e.Place);
                break;
        }
    }

    private void Structure(Element structure, ComponentType type)
    {
        var names = new Dictionary<string, string> { ["this"] = "this", ["parent"] = "parent" };
        foreach (Element e in structure.Children)
            switch (e.Name)
            {
                case "ChildInstance":
                    type.Instances.Add(e.Required("component"));
                    break;
                case "With":
                    names[e.Required("as")] = e["instance"] ?? "this";
                    break;
                case "EventConnection" when e["receiver"] is null:
                    type.Relays.Add(new Relay(names.GetValueOrDefault(e.Required("from"), e.Required("from")),
                        names.GetValueOrDefault(e.Required("to"), e.Required("to"))));
                    break;
                default:
                    report.Add(ReadAction.Dropped,
                        $"<{e.Name}> in the structure of component type '{type.Name}' is not supported: it builds nothing", e.Place);
                    break;
            }
    }

    private static void Add(ComponentType type, Member member) => type.Members[member.Name] = member;

    private Dimension Dimension(Element e) => units.DimensionOf(e["dimension"] ?? "none", e.Place);
}

using System.Xml.Linq;

namespace Connexon.NeuroML;

/// <summary>
/// The input of a type. NeuroML's junctions and generators give currents; a model that takes something else (Izhikevich's mV/ms) takes
/// them times one unit of that per uA, so that every number stays what it was. A model without units takes the generators without units.
/// </summary>
/// <param name="name">What the input is called in the type.</param>
/// <param name="dimension">What it is.</param>
/// <param name="coupled">What the coupled state is.</param>
/// <param name="names">The type's names.</param>
internal sealed class WrittenInput(string name, Dimension dimension, Dimension coupled, Names names)
{
    private readonly Dimension _scale = dimension / Dimension.Current;
    private readonly string _sum = dimension == Dimension.Current ? name : names.Take("iSyn");
    private readonly string _one = dimension == Dimension.Current ? "" : names.Take("per_uA");

    /// <summary>True if it takes generators without units.</summary>
    public bool IsPure => dimension.IsNone && coupled.IsNone;

    private bool IsScaled => !IsPure && dimension != Dimension.Current;

    public XElement Attachments =>
        new("Attachments", new XAttribute("name", "synapses"), new XAttribute("type", IsPure ? "basePointCurrentDL" : "basePointCurrent"));

    public XElement? Constant(WrittenUnits units) => !IsScaled ? null : new XElement("Constant", new XAttribute("name", _one),
        new XAttribute("dimension", units.NameOf(_scale)), new XAttribute("value", units.Text(1, _scale)));

    public IEnumerable<XElement> Variables(WrittenUnits units)
    {
        yield return new XElement("DerivedVariable",
            new XAttribute("name", IsScaled ? _sum : name), new XAttribute("dimension", IsPure ? "none" : "current"),
            new XAttribute("select", $"synapses[*]/{(IsPure ? "I" : "i")}"), new XAttribute("reduce", "add"));
        if (IsScaled)
            yield return new XElement("DerivedVariable",
                new XAttribute("name", name), new XAttribute("dimension", units.NameOf(dimension)),
                new XAttribute("value", $"{_sum} * {_one}"));
    }
}

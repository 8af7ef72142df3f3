using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon;

/// <summary>Attached elements that events act on, and what an event does to one.</summary>
internal sealed class EventTargets
{
    private readonly SideKernel _kernel;
    private readonly PinnedArray _weight;
    private readonly int _members;

    public EventTargets(Group group, double dt)
    {
        _members = group.Members;
        group.Provide(Symbol.EventWeight);
        _weight = group.Memory(Symbol.EventWeight);
        Assignment[] effects = [.. group.Plan.Model.OnEvent.Select(s => new Assignment(s.State, Simplify.Tree(s.Value)))];
        _kernel = new SideKernel(group, new Pass(effects), dt);
    }

    public void SetTime(double t) => _kernel.SetTime(t);

    public void Receive(int element, int member, double weight)
    {
        int at = element * _members + member;
        _weight.Span[at] = weight;
        _kernel.Run(at);
    }
}

namespace Connexon;

/// <summary>A network between two of its steps.</summary>
public sealed class StepView
{
    private readonly Assembly _assembly;

    internal StepView(Assembly assembly) => _assembly = assembly;

    /// <summary>Steps done.</summary>
    public long Step { get; internal set; }

    /// <summary>The time.</summary>
    public Time Time => new(Step * _assembly.Dt);

    /// <summary>Members of the batch.</summary>
    public int Members => _assembly.Members;

    /// <summary>The value of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="neuron">The neuron.</param>
    /// <param name="member">The member of the batch.</param>
    /// <exception cref="ArgumentException">The population is not part of the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron or member.</exception>
    public Quantity this[State state, int neuron, int member = 0]
    {
        get
        {
            if ((uint)neuron >= (uint)state.Neurons.Size || (uint)member >= (uint)Members)
                throw new ArgumentOutOfRangeException(
                    nameof(neuron), $"Neuron {neuron}, member {member}: there are neurons 0..{state.Neurons.Size - 1} and members 0..{Members - 1}.");
            return new(_assembly.Values(state.Neurons, state.Variable.Symbol)[neuron * Members + member], state.Dimension);
        }
    }
}

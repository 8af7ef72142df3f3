using System.Runtime.CompilerServices;

namespace Connexon;

/// <summary>Which outputs of attached elements each input sums, in the order in which they were attached.</summary>
internal sealed class AttachedCurrents
{
    private readonly int[] _rows;  // inputs that have any, in order
    private readonly int[] _start; // where the terms of each begin
    private readonly int[] _terms; // outputs
    private readonly PinnedArray _outputs, _inputs;
    private readonly int _members;

    /// <param name="terms">Each output with the input that it goes to; both without members.</param>
    /// <param name="outputs">The outputs of all attached elements.</param>
    /// <param name="inputs">The inputs of all neurons.</param>
    /// <param name="members">Members of the batch.</param>
    public AttachedCurrents(IEnumerable<(int Output, int Input)> terms, PinnedArray outputs, PinnedArray inputs, int members)
    {
        (_outputs, _inputs, _members) = (outputs, inputs, members);
        var rows = terms.GroupBy(t => t.Input).OrderBy(g => g.Key).ToArray();
        _rows = [.. rows.Select(r => r.Key)];
        _terms = [.. rows.SelectMany(r => r.Select(t => t.Output))];
        _start = new int[rows.Length + 1];
        for (int k = 0; k < rows.Length; k++) _start[k + 1] = _start[k] + rows[k].Count();
    }

    public bool Any => _rows.Length > 0;

    /// <summary>Adds them to the inputs [first, end), counted with members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Add(int first, int end)
    {
        double* outputs = (double*)_outputs.Address, inputs = (double*)_inputs.Address;
        int begin = Array.BinarySearch(_rows, first / _members);
        fixed (int* rows = _rows, start = _start, terms = _terms)
            for (int k = begin < 0 ? ~begin : begin; k < _rows.Length && rows[k] * _members < end; k++)
                for (int m = 0; m < _members; m++)
                {
                    int input = rows[k] * _members + m;
                    if (input < first || input >= end) continue;
                    double sum = 0;
                    for (int t = start[k]; t < start[k + 1]; t++) sum += outputs[terms[t] * _members + m];
                    inputs[input] += sum;
                }
    }
}

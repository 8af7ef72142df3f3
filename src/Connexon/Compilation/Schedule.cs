using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>
/// Cuts a program into short loops over a block of elements. Short loops overlap in the processor and keep everything in registers, and the
/// run-time's compiler gives up on long ones (beyond a thousand variables, 60 000 bytes). What crosses a cut goes through scratch, which
/// stays in the first-level cache, so a cut is made where least crosses it. What is read from memory anyway is read again.
/// </summary>
internal static class Schedule
{
    /// <summary>The most operations of a loop, numbers and loads not counted.</summary>
    public const int LongestLoop = 110;

    /// <summary>The loops, to be run one after the other over each block.</summary>
    /// <param name="program">A program without functions.</param>
    /// <param name="longest">The most operations of a loop.</param>
    public static IReadOnlyList<Program> Of(Program program, int longest = LongestLoop)
    {
        int[] ends = [.. Ends(program, longest)];
        return ends.Length <= 1 ? [program] : new Cutting(program, ends).Loops();
    }

    /// <summary>Where loops end: before which instructions.</summary>
    private static IEnumerable<int> Ends(Program program, int longest)
    {
        int length = program.Instructions.Length, start = 0;
        int[] crossing = Crossing(program), costs = new int[length + 1];
        for (int k = 0; k < length; k++) costs[k + 1] = costs[k] + (IsRead(program.Instructions[k]) ? 0 : 1);
        while (costs[length] - costs[start] > longest)
        {
            int best = -1;
            for (int end = start + 1; end < length && costs[end] - costs[start] <= longest; end++)
                if (costs[end] - costs[start] >= longest / 3 && (best < 0 || crossing[end] <= crossing[best])) best = end;
            yield return start = best;
        }
        if (length > 0) yield return length;
    }

    /// <summary>How many values are computed before each instruction and needed from it on.</summary>
    private static int[] Crossing(Program program)
    {
        int length = program.Instructions.Length;
        int[] last = new int[length], change = new int[length + 2];
        for (int k = 0; k < length; k++)
            for (int j = 0; j < program.Instructions[k].Arguments; j++) last[program.Instructions[k][j]] = k;
        for (int k = 0; k < length; k++)
        {
            if (IsRead(program.Instructions[k]) || last[k] <= k) continue;
            change[k + 1]++;
            change[last[k] + 1]--;
        }
        for (int k = 1; k < change.Length; k++) change[k] += change[k - 1];
        return change;
    }

    /// <summary>True for what costs no more than reading it from scratch would.</summary>
    internal static bool IsRead(Instruction i) => i.Op is Op.Number or Op.Load;
}

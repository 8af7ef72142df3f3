namespace Connexon.Programs;

/// <summary>A program made anew, value by value.</summary>
internal static class Rewriting
{
    /// <summary>Writes what stands for an instruction.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="k">The number of the instruction in the old program.</param>
    /// <param name="instruction">The instruction, on the new numbers of its arguments.</param>
    /// <returns>The number of its value.</returns>
    public delegate int Rule(ProgramBuilder to, int k, Instruction instruction);

    /// <summary>The program with something in place of each instruction; stores stay.</summary>
    public static Program Rewrite(this Program program, Rule rule) => program.Rewrite(rule, slot => slot);

    /// <summary>The program with something in place of each instruction, and other slots to store to.</summary>
    public static Program Rewrite(this Program program, Rule rule, Func<Slot, Slot> storedTo)
    {
        var to = new ProgramBuilder();
        var numbers = new int[program.Instructions.Length];
        for (int k = 0; k < numbers.Length; k++) numbers[k] = rule(to, k, program.Instructions[k].Renumbered(numbers));
        foreach (var (slot, value) in program.Stores) to.Store(storedTo(slot), numbers[value]);
        return to.Build();
    }
}

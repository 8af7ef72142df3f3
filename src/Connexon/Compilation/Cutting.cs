using Connexon.Programs;

namespace Connexon.Compilation;

/// <summary>Makes loops of a program that is cut at given places.</summary>
/// <param name="program">The program.</param>
/// <param name="ends">Where each loop ends: before which instruction.</param>
internal sealed class Cutting(Program program, int[] ends)
{
    private readonly int[] _loopOf = LoopsOf(program, ends);

    public IReadOnlyList<Program> Loops()
    {
        int[] storedIn = StoredIn(), lastUse = LastUse(storedIn), scratch = Scratch(lastUse);
        return [.. Enumerable.Range(0, ends.Length).Select(loop => Loop(loop, storedIn, lastUse, scratch))];
    }

    private static int[] LoopsOf(Program program, int[] ends)
    {
        var loops = new int[program.Instructions.Length];
        for (int k = 0, loop = 0; k < loops.Length; k++)
        {
            if (k >= ends[loop]) loop++;
            loops[k] = loop;
        }
        return loops;
    }

    // A value is stored where it is computed, but not before the last loop that still reads what was there.
    private int[] StoredIn()
    {
        var lastRead = new Dictionary<Slot, int>();
        for (int k = 0; k < _loopOf.Length; k++)
            for (int j = 0; j < program.Instructions[k].Arguments; j++)
                if (program.Instructions[program.Instructions[k][j]] is { Op: Op.Load } load) lastRead[load.Slot] = _loopOf[k];
        // What is copied unchanged is read where the copy is made: in the last loop, if that would overwrite what is copied elsewhere.
        var copies = program.Stores.Where(s => program.Instructions[s.Value].Op == Op.Load)
            .Select(s => (s.To, From: program.Instructions[s.Value].Slot)).ToArray();
        foreach (var (to, from) in copies)
        {
            int copied = copies.Any(c => c.From == to) ? ends.Length - 1 : lastRead.GetValueOrDefault(to);
            lastRead[to] = copied;
            lastRead[from] = Math.Max(copied, lastRead.GetValueOrDefault(from));
        }
        return [.. program.Stores.Select(s =>
            Math.Max(Schedule.IsRead(program.Instructions[s.Value]) ? 0 : _loopOf[s.Value], lastRead.GetValueOrDefault(s.To)))];
    }

    private int[] LastUse(int[] storedIn)
    {
        var last = (int[])_loopOf.Clone();
        for (int k = 0; k < last.Length; k++)
            for (int j = 0; j < program.Instructions[k].Arguments; j++)
                last[program.Instructions[k][j]] = Math.Max(last[program.Instructions[k][j]], _loopOf[k]);
        for (int s = 0; s < storedIn.Length; s++) last[program.Stores[s].Value] = Math.Max(last[program.Stores[s].Value], storedIn[s]);
        return last;
    }

    // The slots of values that cross a cut; one is free again after the loop that reads it last.
    private int[] Scratch(int[] lastUse)
    {
        int[] slots = [.. lastUse.Select(_ => -1)];
        var freeAfter = new List<int>();
        for (int k = 0; k < slots.Length; k++)
        {
            if (lastUse[k] <= _loopOf[k] || Schedule.IsRead(program.Instructions[k])) continue;
            int free = freeAfter.FindIndex(last => last < _loopOf[k]);
            if (free < 0) freeAfter.Add(lastUse[k]);
            else freeAfter[free] = lastUse[k];
            slots[k] = free < 0 ? freeAfter.Count - 1 : free;
        }
        return slots;
    }

    private Program Loop(int loop, int[] storedIn, int[] lastUse, int[] scratch)
    {
        var to = new ProgramBuilder();
        var here = new Dictionary<int, int>();
        for (int k = 0; k < _loopOf.Length; k++)
        {
            if (_loopOf[k] != loop || Schedule.IsRead(program.Instructions[k])) continue;
            Instruction i = program.Instructions[k];
            Span<int> x = [-1, i.B, -1];
            for (int j = 0; j < i.Arguments; j++) x[j] = Here(i[j]);
            here[k] = to.Add(i with { A = x[0], B = x[1], C = x[2] });
            if (scratch[k] >= 0) to.Store(new Slot(SlotKind.Scratch, scratch[k]), here[k]);
        }
        for (int s = 0; s < storedIn.Length; s++)
            if (storedIn[s] == loop) to.Store(program.Stores[s].To, Here(program.Stores[s].Value));
        return to.Build();

        int Here(int value)
        {
            if (here.TryGetValue(value, out int known)) return known;
            Instruction i = program.Instructions[value];
            return here[value] = Schedule.IsRead(i) ? to.Add(i) : to.Load(new Slot(SlotKind.Scratch, scratch[value]));
        }
    }
}

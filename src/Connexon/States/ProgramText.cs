using System.Text;
using Connexon.Programs;

namespace Connexon;

/// <summary>What a step computes for each neuron, to be read.</summary>
public static class ProgramText
{
    extension(Neuron neurons)
    {
        /// <summary>
        /// What a method computes for each neuron in a step, stage by stage: values in a row, each an operation on earlier ones,
        /// equal ones once, then what is stored; with how many operations of each kind that is. Constants are computed once
        /// before the run. Junctions explicit.
        /// </summary>
        /// <param name="method">The method; by default <see cref="Method.Default"/>.</param>
        public string Program(Method? method = null)
        {
            method ??= Method.Default;
            var kernels = new KernelPlan(
                new GroupLayout(neurons), ParameterValues.Of(0, 1, neurons), CompletePasses.Of(method, neurons.Model));
            var text = new StringBuilder($"{neurons.Model.Name} under {method.Name}, for each neuron and step\n");
            Add("before the run", kernels.Prologue);
            foreach (var (number, stage) in kernels.Programs.Index()) Add($"stage {number + 1}", stage);
            return text.ToString();

            void Add(string title, Programs.Program program) =>
                text.Append(string.Concat("\n", title, ": ", Count(program), "\n", kernels.Text(program)));
        }
    }

    // What it costs: numbers are free, what is loaded and stored is not.
    private static string Count(Programs.Program program)
    {
        var counted = program.Count.Where(c => c.Key != Op.Number).Select(c => $"{c.Value} {c.Key.ToString().ToLowerInvariant()}");
        return string.Join(", ", [.. counted, $"{program.Stores.Count} store"]);
    }
}

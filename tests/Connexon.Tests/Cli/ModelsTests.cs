namespace Connexon.Tests.Cli;

public class ModelsTests
{
    [Fact]
    public void A_model_is_shown_with_its_equations_and_defaults()
    {
        var (exitCode, output, _) = Command.Run("models", "hh");

        Assert.Contains("\noutputs\n  INa  a current (uA): to be recorded\n  IK   a current (uA): to be recorded\n  IL ", output);
        Assert.Equal(0, exitCode);
        Assert.Contains("dV/dt = (-INa - IK - IL + I) / C; starts at uniform -70 mV .. -60 mV", output);
        Assert.Contains("INa  gNa * m^3 * h * (V - ENa)", output);
        Assert.Contains("\n  gNa   120 mS      maximal conductance of sodium\n", output);
        Assert.Contains("\n  gL    0.03 mS     conductance of the leak (classically 0.3 mS)\n", output);
        Assert.Contains("doi:10.1113/jphysiol.1952.sp004764", output);
    }

    [Fact]
    public void The_list_has_a_line_for_each_model() =>
        Assert.Equal(Catalogue.Neurons.Select(n => $"{n.Name,-22}  {n.Summary}"), Command.Run("models").Output.TrimEnd().Split('\n'));

    [Fact]
    public void What_a_step_computes_is_printed_and_counted()
    {
        var (exitCode, output, _) = Command.Run("models", "LIF", "--program", "ExponentialEuler");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("LIF under ExponentialEuler, for each neuron and step\n\nbefore the run: 2 load, ", output);
        Assert.Contains(" = load array V\n", output);
        Assert.Equal(new LIF(3).Program(Method.ExponentialEuler), output);
        Assert.Equal(new LIF(3).Program(), Command.Run("models", "LIF", "--program").Output);
    }

    [Fact]
    public void Defaults_read_as_people_write_them()
    {
        string output = Command.Run("models", "Izhikevich").Output;

        Assert.Contains("\n  a     0.02/ms  how fast u recovers\n", output);
        Assert.Contains("\n  d     8 mV/ms  what a spike adds to u\n", output);
        Assert.Contains("\n  C_m    40 pF   capacitance\n", Command.Run("models", "hh_psc_alpha_gap").Output);
    }

    [Fact]
    public void An_instantaneous_gate_is_a_named_part() =>
        Assert.Contains("\n  M_inf  0.5 * (1 + tanh((V - V1) / V2))\n", Command.Run("models", "MorrisLecar").Output);

    [Fact]
    public void An_unknown_model_is_answered_with_those_there_are()
    {
        var (exitCode, _, errors) = Command.Run("models", "Hodgkin");

        Assert.Equal(2, exitCode);
        Assert.Equal("'Hodgkin' is not a model. Models: HH, MorrisLecar, WangBuzsakiHH, LIF, LIFRef, Izhikevich, FitzHughNagumo, "
            + "hh_psc_alpha_gap, hh_cond_beta_gap_traub.", errors.TrimEnd());
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Connexon.Cli;

/// <summary>Names and values, as a table for people or as JSON for scripts.</summary>
internal sealed class SummaryTable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly List<(string Label, string Text)> _rows = [];
    private readonly JsonObject _json = [];

    /// <summary>A row.</summary>
    /// <param name="key">The name in JSON; null for a row that is for people alone.</param>
    /// <param name="label">What people see; null for a value that is for scripts alone.</param>
    /// <param name="value">The value in JSON.</param>
    /// <param name="text">What people see of it; null for the value itself.</param>
    public void Add(string? key, string? label, JsonNode? value, string? text = null)
    {
        if (label is not null) _rows.Add((label, text ?? $"{value}"));
        if (key is not null) _json[key] = value;
    }

    public string Json => _json.ToJsonString(Indented);

    public void Print(bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(Json);
            return;
        }
        int width = _rows.Max(r => r.Label.Length);
        foreach (var (label, text) in _rows)
        {
            AnsiConsole.Markup($"[grey]{Markup.Escape(label.PadRight(width))}[/]  ");
            Console.Out.WriteLine(text); // not wrapped: scripts cut lines themselves
        }
    }

    /// <summary>A number that JSON can hold: null for NaN.</summary>
    public static JsonNode? Number(double x) => double.IsFinite(x) ? JsonValue.Create(x) : null;
}

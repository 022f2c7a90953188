using System.Globalization;
using Resumai.Bench.Load;

// Measures the built server under load, as processes of its own on this machine; see bench/load.sh.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parts = new Dictionary<string, Func<Setup, Task>>
{
    ["display"] = DisplayLoad.MeasureAsync,
    ["connections"] = ConnectionLoad.MeasureAsync,
    ["uploads"] = UploadLoad.MeasureAsync,
    ["backlog"] = BacklogLoad.MeasureAsync,
    ["crowding"] = async setup => Console.WriteLine($"\ncrowding {await Crowding.MeasureAsync(setup.App, setup.Documents):0.000}"),
    ["pressure"] = PressureLoad.MeasureAsync,
    ["fairness"] = FairnessLoad.MeasureAsync,
    ["soak"] = SoakLoad.MeasureAsync,
};
if (args is not [var app, var seeder, var postgres, var documents, ..] || args.Skip(4).FirstOrDefault(p => !parts.ContainsKey(p)) is { } || !File.Exists(app))
{
    Console.Error.WriteLine($"usage: bench/load.sh [{string.Join('|', parts.Keys)}]…");
    return 2;
}
var setup = new Setup(app, seeder, postgres, documents, Cvs.Load(documents));
// Crowding is measured with the backlog, and may be again by itself.
foreach (var part in args.Length > 4 ? args.Skip(4) : parts.Keys.Where(p => p != "crowding")) await parts[part](setup);
return 0;

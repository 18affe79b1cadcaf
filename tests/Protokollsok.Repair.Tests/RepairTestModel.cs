using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>The real model and a bold repairer.</summary>
public sealed class RepairTestModel : IDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    /// <summary>Bolder than the default: what is decided is tested, and what must not change is tested harder.</summary>
    public RepairTestModel() => Repairer = new Repairer(_model, new RepairOptions { ApplyFrom = 0.8 });

    public Repairer Repairer { get; }

    public string Repaired(string page) => Repairer.Repair([page])[0].Text;

    public void Dispose() => _model.Dispose();
}

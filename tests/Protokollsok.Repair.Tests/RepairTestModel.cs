using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>The real model and a repairer as the program has it.</summary>
public sealed class RepairTestModel : IDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    public RepairTestModel() => Repairer = new Repairer(_model, new RepairOptions());

    public Repairer Repairer { get; }

    public string Repaired(string page) => Repairer.Repair([page])[0].Text;

    public void Dispose() => _model.Dispose();
}

using System.CommandLine;

namespace Protokollsok.Cli;

/// <summary>A command whose name the contract has fixed and whose work is not there yet. It says so, and does nothing.</summary>
internal static class NotYetCommand
{
    public static Command Create(string name, string description)
    {
        // Whatever options it will have: they are not what is wrong with the call.
        var command = new Command(name, $"{description} (not there yet)") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(int (_) => throw new WrongUseException($"'{name}' is not there yet in this version; nothing was done."));
        return command;
    }
}

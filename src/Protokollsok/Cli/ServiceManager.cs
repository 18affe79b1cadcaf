using System.Net.Sockets;

namespace Protokollsok.Cli;

/// <summary>
/// Tells systemd what it asks to be told (<c>Type=notify</c>, sd_notify(3)): a datagram to a socket that it names. Elsewhere nothing
/// happens. The package for this would bring its own life time and log format along.
/// </summary>
internal static class ServiceManager
{
    /// <param name="state"><c>READY=1</c> or <c>STOPPING=1</c>.</param>
    public static void Tell(string state)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } address) return;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // An abstract name begins with @ where it is written and with a zero where it is used.
            socket.Connect(new UnixDomainSocketEndPoint(address.StartsWith('@') ? '\0' + address[1..] : address));
            socket.Send(System.Text.Encoding.UTF8.GetBytes(state));
        }
        catch (SocketException e)
        {
            Output.Messages.WriteLine($"protokollsok: the service manager at {address} does not listen: {e.Message}");
        }
    }
}

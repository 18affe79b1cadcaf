using System.Runtime.InteropServices;
using System.Threading.Channels;
using Protokollsok.Documents;
using Protokollsok.Reading.Native;
using Protokollsok.Reading.Recognition;

namespace Protokollsok.Reading.Children;

/// <summary>
/// The child's side: the process in which Leptonica and Tesseract live, so that what kills them kills nothing else. Takes requests
/// from standard input, answers on standard output, and ends when its input does, whatever it is busy with.
/// </summary>
public static partial class ReaderChild
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    /// <summary>Runs until the parent closes the pipe.</summary>
    /// <param name="arguments">The folder of the models.</param>
    /// <returns>The exit code; 2 without arguments.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var tessdata]) return 2;
        await using var output = OwnOutput();
        _ = Leptonica.setMsgSeverity(Leptonica.SeverityNone);
        var requests = Channel.CreateUnbounded<(ChildRequest, byte[])>();
        _ = Task.Run(() => ListenAsync(requests.Writer));
        using var recognizer = new PageRecognizer(tessdata);
        await foreach (var (request, image) in requests.Reader.ReadAllAsync()) await AnswerAsync(request, image, recognizer, output);
        return 0;
    }

    /// <summary>Recognition cannot be interrupted, so it is here that the end of the parent is noticed.</summary>
    private static async Task ListenAsync(ChannelWriter<(ChildRequest, byte[])> requests)
    {
        await using var input = Console.OpenStandardInput();
        try
        {
            while (true)
            {
                var request = await Frames.ReadJsonAsync<ChildRequest>(input, CancellationToken.None);
                var image = request.HasImage ? await Frames.ReadAsync(input, CancellationToken.None) : [];
                await requests.WriteAsync((request, image));
            }
        }
        catch (EndOfStreamException)
        {
            Exit(0);
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            Exit(1);
        }
    }

    private static async Task AnswerAsync(ChildRequest request, byte[] image, PageRecognizer recognizer, Stream output)
    {
        byte[]? png = null;
        ChildReply reply;
        try
        {
            (reply, png) = Do(request, image, recognizer);
        }
        catch (PageFailedException fault)
        {
            reply = new ChildReply(Problem: new Problem(fault.Code, request.Page, fault.Message));
        }
        catch (Exception fault)
        {
            // Whatever it is, it belongs to this page: the child has answered, and goes on.
            reply = new ChildReply(Problem: Fault(request.Page, fault));
        }

        await Frames.WriteJsonAsync(output, reply, CancellationToken.None);
        if (png is not null) await Frames.WriteAsync(output, png, CancellationToken.None);
    }

    private static Problem Fault(int page, Exception fault) => fault is OutOfMemoryException
        ? new Problem(ProblemCode.PageTooLarge, page, $"Page {page} of the file needs more memory than is allowed; raise the limit.")
        : new Problem(ProblemCode.ReaderDied, page,
            $"Page {page} of the file was too much for the program that reads ({fault.GetType().Name}: {fault.Message}); scan or export the page again.");

    private static (ChildReply Reply, byte[]? Png) Do(ChildRequest request, byte[] image, PageRecognizer recognizer)
    {
        if (request.Task == ChildTask.Count) return (
            new ChildReply(ImageFile.PageCount(request.Path, request.MediaType, request.MaxPages)), null);
        using var page = request.HasImage
            ? ImageFile.FromMemory(image)
            : ImageFile.Decode(request.Path, request.MediaType, request.Page, request.MaxPixels);
        if (request.Task == ChildTask.Render) return (new ChildReply(), ImageFile.ToPng(page));
        if (request.Picture is { } wanted) return (new ChildReply(), Picture.Of(page, wanted));
        using var grey = ImageFile.ToGrey(page);
        int dpi = request.Task == ChildTask.ReadImage ? request.Dpi : ImageFile.Dpi(page);
        var (lines, engine) = recognizer.Read(grey, dpi);
        return (new ChildReply(Page: new ChildPage(page.Width, page.Height, dpi, engine, lines)), null);
    }

    /// <summary>Standard output for the answers alone: what a native library prints there goes to standard error from now on.</summary>
    private static FileStream OwnOutput()
    {
        int own = dup(StandardOutput);
        _ = dup2(StandardError, StandardOutput);
        return new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(own, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    [LibraryImport("libc")]
    private static partial int dup(int descriptor);

    [LibraryImport("libc")]
    private static partial int dup2(int from, int to);

    /// <summary>At once: the runtime's own way out would wait for the recognition.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}

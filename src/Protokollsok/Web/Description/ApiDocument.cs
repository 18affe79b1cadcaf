using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Protokollsok.Web.Description;

/// <summary>
/// Makes the generated OpenAPI document true and useful: what the framework cannot know of values that write themselves as JSON, typed
/// parameters, who needs a token. A test holds every real answer against it.
/// </summary>
internal static class ApiDocument
{
    private const string Bearer = "token";

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Complete(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()) ParameterSchemas.Describe(parameter, operation.OperationId);
            if (operation.OperationId == "Send") operation.RequestBody = Upload();
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TokenNeeded>().Any())
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    }

    private static void Complete(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Protokollsök",
            Version = "1",
            Description = "Decisions in scanned board documents. Fields may be added, never renamed; readers ignore fields that they do not know. "
                + "Errors are problems (RFC 9457). What can be got can be asked for conditionally (ETag, If-None-Match), compressed, and with HEAD.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of this installation; 'protokollsok settings --new-token NAME' makes one.",
        };
        // The same as GET, and told once.
        foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
        ValueSchemas.Complete(document);
    }

    private static OpenApiRequestBody Upload() => new()
    {
        Required = true,
        Description = "A PDF, TIFF, JPEG, PNG or text file: as the body itself, or as the first file of a form.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                    Required = new HashSet<string> { "file" },
                },
            },
        },
    };

    /// <summary>An array of texts as the document has them.</summary>
    public static List<JsonNode> Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}

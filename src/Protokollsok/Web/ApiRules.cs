using System.Reflection;
using Microsoft.AspNetCore.Mvc;

namespace Protokollsok.Web;

/// <summary>What holds for every route of the API, told once.</summary>
internal static class ApiRules
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What can be got can be asked for without its body; and a parameter that a route does not know is told, not passed over.</summary>
    public static RouteGroupBuilder WithApiRules(this RouteGroupBuilder api)
    {
        ((IEndpointConventionBuilder)api).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] }) endpoint.Metadata.Add(new HttpMethodMetadata(GetOrHead));
        });
        api.AddEndpointFilterFactory((route, next) =>
        {
            var known = QueryNames(route.MethodInfo).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return invocation =>
            {
                Check(invocation.HttpContext.Request.Query, known);
                return next(invocation);
            };
        });
        return api;
    }

    /// <summary>The names of a handler's parameters in the address, also of those that one record gathers.</summary>
    private static IEnumerable<string> QueryNames(MethodInfo handler) => handler.GetParameters().SelectMany(parameter =>
        parameter.IsDefined(typeof(AsParametersAttribute)) ? parameter.ParameterType.GetConstructors()[0].GetParameters() : [parameter])
        .Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>();

    private static void Check(IQueryCollection query, HashSet<string> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
                throw new BadParameterException($"There is no parameter {name} here; {(known.Count == 0 ? "none is taken" : $"these are: {string.Join(", ", known)}")}.", "Adressen har en uppgift som inte finns.");
            if (values.Count > 1) throw new BadParameterException($"{name} is given {values.Count} times; give it once.", "Adressen har en uppgift två gånger.");
        }
    }
}

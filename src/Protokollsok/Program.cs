Console.Error.WriteLine("protokollsok");

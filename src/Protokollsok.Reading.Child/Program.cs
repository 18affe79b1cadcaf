return await Protokollsok.Reading.Children.ReaderChild.RunAsync(args);

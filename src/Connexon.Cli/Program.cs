Console.WriteLine("connexon");

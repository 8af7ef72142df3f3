using Connexon.Cli;

return CommandLine.Run(args);

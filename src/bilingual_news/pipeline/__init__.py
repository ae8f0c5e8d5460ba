"""Wire the stages into the runs that the command line offers. No printing, no flags."""

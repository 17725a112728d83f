#!/usr/bin/env node
import { toolVersion } from '../host/tool-version';

// The first thing that runs, for the command line and the language server alike. It knows nothing but its version: all the
// rest is loaded for what is asked.
if (process.argv[2] === '--version') process.stdout.write(`${toolVersion}\n`);
else void import('./start.js');

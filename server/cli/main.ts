#!/usr/bin/env node
import { toolVersion } from '../host/tool-version';

// The first thing that runs, for the command line and the language server alike. It knows nothing but its version: all the
// rest is loaded for what is asked, from the bundles beside it (`esbuild.js`).
if (process.argv[2] === '--version') process.stdout.write(`${toolVersion}\n`);
else if (process.argv[2] === 'check') void import('./start-check.js');
else void import('./start.js');

// What the editor starts as a process of its own.
import { startStdioServer } from './main.server';

startStdioServer();

// Plain JavaScript stand-in for the native module @vscode/spdlog, as far as VS Code uses it.
const { appendFileSync, mkdirSync, renameSync, rmSync, statSync } = require('node:fs');
const { dirname, extname } = require('node:path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class LogFile {
  constructor(file, maxSize, maxFiles) {
    Object.assign(this, { file, maxSize: maxSize || 0, maxFiles: maxFiles || 1, level: 2, raw: false });
    mkdirSync(dirname(file), { recursive: true });
    this.size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  write(level, text) {
    if (level < this.level) return;
    const stamp = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.raw ? String(text) : `${stamp} [${names[level]}] ${text}\n`;
    try {
      if (this.maxSize && this.size + line.length > this.maxSize) this.rotate();
      appendFileSync(this.file, line);
      this.size += Buffer.byteLength(line);
    } catch (error) {
      // Logging never breaks the editor: its folder is already gone while it stops.
      if (error.code !== 'ENOENT') console.error(error);
    }
  }

  rotate() {
    const ext = extname(this.file);
    const base = this.file.slice(0, this.file.length - ext.length);
    if (this.maxFiles > 1) {
      rmSync(`${base}.1${ext}`, { force: true });
      renameSync(this.file, `${base}.1${ext}`);
    } else {
      rmSync(this.file, { force: true });
    }
    this.size = 0;
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    this.raw = false;
  }

  clearFormatters() {
    this.raw = true;
  }

  flush() {}

  drop() {}
}
for (const [level, method] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
  LogFile.prototype[method] = function (text) {
    this.write(level, text);
  };
}

class Logger extends LogFile {
  constructor(type, name, file, maxSize, maxFiles) {
    super(file, maxSize, maxFiles);
  }
}

const createRotatingLogger = async (name, file, size, count) => new LogFile(file, size, count);
const createAsyncRotatingLogger = createRotatingLogger;
const version = 0;
const setLevel = () => {};
const setFlushOn = () => {};
const shutdown = () => {};

// Names only: VS Code imports this as an ES module, and Node finds no other form.
module.exports = { version, setLevel, setFlushOn, shutdown, createRotatingLogger, createAsyncRotatingLogger, Logger };

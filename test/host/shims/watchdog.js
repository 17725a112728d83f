// Plain JavaScript stand-in for the native module native-watchdog: ends this process once its parent is gone.
const { setInterval } = require('node:timers');

function start(parent) {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 3000).unref();
}

function exit(code) {
  process.exit(code || 0);
}

module.exports = { start, exit };

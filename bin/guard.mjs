// Loaded into every program we start: when the launcher is gone, whatever killed it, the program is told to stop.
const launcher = process.ppid;
if (process.env.SHUANGYONG_LAUNCHER === String(launcher)) {
  setInterval(() => {
    if (process.ppid !== launcher) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

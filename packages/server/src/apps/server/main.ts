import { main } from '../cli/main.ts';

// npm start is `shuangyong serve` with the same options.
await main(['serve', ...process.argv.slice(2)], {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
});

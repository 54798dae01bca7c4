import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';

const askEveryMs = 100;
/** The process id in it may belong to another program by then. */
const forgottenAfterMs = 30 * 60_000;

/**
 * Waits until no other living process holds the lock, a file with a process id, and takes it. Synchronous, like all of
 * the set-up. @returns what releases it.
 */
export function takeLock(file, say) {
  for (let waits = false; !tryToTake(file); waits = true) {
    if (!waits) say('Another command is setting this checkout up; waiting for it …');
    removeIfForgotten(file);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, askEveryMs);
  }
  return () => rmSync(file, { force: true });
}

/** A link appears with its content or not at all. */
function tryToTake(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** One at a time: between the look and the removal another process may have taken the lock anew. */
function removeIfForgotten(file) {
  const guard = `${file}.removal`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return;
  }
  try {
    if (isForgotten(file)) rmSync(file, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

function isForgotten(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > forgottenAfterMs) return true;
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    // ENOENT: released in between. EPERM: it lives, as somebody else.
    return error.code === 'ESRCH';
  }
}

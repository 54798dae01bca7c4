import { createRegistry, type Registry } from '@cambium/core';
import { gradNorm } from './grad-norm.js';
import { grasp } from './grasp.js';
import { jacobCov } from './jacob-cov.js';
import { naswot } from './naswot.js';
import type { Proxy } from './proxy.js';
import { snip } from './snip.js';
import { synflow } from './synflow.js';

export const proxies: Registry<Proxy> = createRegistry('proxy', [synflow, naswot, jacobCov, grasp, snip, gradNorm]);

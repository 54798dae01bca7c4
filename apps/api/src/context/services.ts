import type {
  ArtifactStore,
  Clock,
  ExperimentReader,
  ExperimentStore,
  IdentityStore,
  LedgerSignals,
  RunnerDirectory,
  RunnerSignals,
} from '@cambium/core';
import type { ExperimentService } from '@cambium/experiments';
import type { Catalog } from '../modules/catalog/create-catalog.js';
import type { RunnerGateway } from '../modules/runners/runner-gateway.js';
import type { DesignService } from '../modules/trials/design-service.js';

/** The stores of the database, as core names them. */
export interface ApiDatabase {
  readonly experiments: ExperimentStore & LedgerSignals;
  readonly reader: ExperimentReader;
  readonly identity: IdentityStore;
  readonly runners: RunnerDirectory & RunnerSignals;
}

/** Everything that resolvers may call. */
export interface Services extends ApiDatabase {
  readonly ledger: ExperimentService;
  readonly gateway: RunnerGateway;
  readonly artifacts: ArtifactStore;
  readonly catalog: Catalog;
  readonly designs: DesignService;
  readonly clock: Clock;
  readonly info: { readonly version: string; readonly database: string };
  readonly timing: {
    readonly leaseMs: number;
    /** Bursts of events within so many milliseconds come as one message. */
    readonly coalesceMs: number;
    /** How often an idle stream checks that its reader may still read. */
    readonly recheckMs: number;
  };
}

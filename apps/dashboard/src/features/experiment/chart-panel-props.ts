import type { ExperimentLiveFragment } from '@cambium/graphql';
import type { EventHub } from '../../lib/live/event-hub.js';
import type { ExperimentSnapshot } from './page-types.js';
import type { ViewState } from './view-state.js';

/** What a chart of an experiment is made of. */
export interface ChartPanelProps {
  readonly snapshot: ExperimentSnapshot;
  readonly hub: EventHub;
  /** What the server is asked for; may lag behind what is chosen. */
  readonly view: ViewState;
  /** Another number when the server must be asked anew. */
  readonly frontVersion: number;
  /** What is chosen now. */
  readonly state: ViewState;
  readonly onShow: (next: Partial<ViewState>) => void;
  readonly onSelect: (trialNumber: number) => void;
}

/** Of charts that draw baselines. */
export interface BaselinePanelProps extends ChartPanelProps {
  readonly experiment: ExperimentLiveFragment;
}

export interface ParetoPanelProps extends BaselinePanelProps {
  readonly onOpen: (trialNumber: number) => void;
}

/** Of all networks, whichever trials are shown. */
export interface SharedWeightsPanelProps extends Pick<ChartPanelProps, 'snapshot' | 'hub'> {
  readonly onOpen: (trialNumber: number) => void;
}

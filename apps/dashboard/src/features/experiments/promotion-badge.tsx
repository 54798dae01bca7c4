import type { PromotionPartsFragment } from '@cambium/graphql';
import { formatMetric } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';
import classes from './list.module.css';

export interface PromotionBadgeProps {
  readonly experimentId: string;
  readonly promotion: PromotionPartsFragment;
}

/** The trial that the team has chosen, and what it is known by: `#12 promoted · 0.981`. */
export function PromotionBadge({ experimentId, promotion }: PromotionBadgeProps): ReactElement {
  const { trial, score, by } = promotion;
  return (
    <Link
      className={classes.promotion ?? ''}
      href={`/experiments/${experimentId}/trials/${trial.number}`}
      title={`Trial #${trial.number}, promoted by ${by}${score ? `: ${score.metric}` : ''}`}
    >
      #{trial.number} promoted{score ? ` · ${formatMetric(score.value)}` : ''}
    </Link>
  );
}

import { describe, expect, it } from '@jest/globals';
import { coordinateToUnit, unitToCoordinate } from './boundary-transform.js';

describe('the boundary transform', () => {
  it('maps every coordinate into [0, 1], continuously, and changes nothing in the middle', () => {
    let before = coordinateToUnit(-3);
    for (let coordinate = -3; coordinate <= 4; coordinate += 0.02) {
      const unit = coordinateToUnit(coordinate);
      expect(unit).toBeGreaterThanOrEqual(0);
      expect(unit).toBeLessThanOrEqual(1);
      expect(Math.abs(unit - before)).toBeLessThan(0.02001);
      before = unit;
    }
    for (const coordinate of [0.06, 0.3, 0.94]) expect(coordinateToUnit(coordinate)).toBeCloseTo(coordinate, 14);
  });

  it('is inverted on the whole range, bounds included', () => {
    for (const unit of [0, 1e-12, 0.003, 0.05, 0.4, 0.95, 0.999, 1]) {
      expect(coordinateToUnit(unitToCoordinate(unit))).toBeCloseTo(unit, 14);
    }
  });

  it('is symmetric around a bound, so that a mean there has no side to be pushed to', () => {
    const bound = unitToCoordinate(0);
    for (const distance of [0.01, 0.07, 0.3]) {
      expect(coordinateToUnit(bound - distance)).toBeCloseTo(coordinateToUnit(bound + distance), 14);
    }
  });
});

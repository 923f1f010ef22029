import type { Preview } from '@storybook/web-components-vite';

type Enhancer = NonNullable<Preview['argTypesEnhancers']>[number];

/** Types that a designer can fill in; what is code is only told. */
const SIMPLE = ['string', 'number', 'boolean'];

/**
 * Gives a control to every property that can be filled in, and none to what is only told: events,
 * slots, parts, tokens, and properties that hold data or functions. What a story says itself stays.
 */
export const controlsForProperties: Enhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const type = argType.table?.type?.summary ?? '';
      const fillsIn = argType.table?.category === 'properties' && SIMPLE.includes(type);
      return [name, fillsIn || argType.control ? argType : { ...argType, control: false }];
    }),
  );

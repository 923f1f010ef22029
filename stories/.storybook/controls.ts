import type { Preview } from '@storybook/web-components-vite';

type Enhancer = NonNullable<Preview['argTypesEnhancers']>[number];

/** The types that a designer can fill in. */
const SIMPLE = ['string', 'number', 'boolean'];

/**
 * Gives a control to every property that can be filled in, but not to events, slots, parts, tokens, and
 * properties that hold data or functions. A control that a story defines stays.
 */
export const controlsForProperties: Enhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const type = argType.table?.type?.summary ?? '';
      const fillsIn = argType.table?.category === 'properties' && SIMPLE.includes(type);
      return [name, fillsIn || argType.control ? argType : { ...argType, control: false }];
    }),
  );

select $π1$;$π1$

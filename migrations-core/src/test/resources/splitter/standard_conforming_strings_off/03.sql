SET SESSION standard_conforming_strings TO 'on'

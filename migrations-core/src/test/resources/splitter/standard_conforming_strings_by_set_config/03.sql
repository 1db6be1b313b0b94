select set_config('standard_conforming_strings', 'on', false)

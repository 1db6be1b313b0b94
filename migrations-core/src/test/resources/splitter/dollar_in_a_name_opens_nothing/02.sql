select a$$b

select B'0101', x'1F;', b'1''0\'

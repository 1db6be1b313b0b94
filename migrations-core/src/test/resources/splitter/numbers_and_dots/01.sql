select 1..2, 1.5e-3, .5, 0x1F, 1_000, a.b.c, 1.e'; select 2;'

select U&"d\0061t;", u&""""

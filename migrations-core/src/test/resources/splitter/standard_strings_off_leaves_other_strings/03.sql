select n'\';'
